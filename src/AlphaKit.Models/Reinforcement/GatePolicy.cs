namespace AlphaKit.Models;

/// <summary>
/// A Gaussian policy over the logits of the weights, and a value, each a perceptron over [scaled state, weights of the day before]. The weights are the
/// softmax of the logits; in use the mean is taken.
/// </summary>
internal sealed class GatePolicy
{
    /// <summary>Scaled states beyond this many standard deviations are cut off: the network has not seen such.</summary>
    private const double MostDeviations = 5;

    private const double LeastLogDeviation = -3;
    private const double MostLogDeviation = 1;

    private readonly int _experts;
    private readonly Perceptron _mean;
    private readonly Perceptron _value;
    private readonly double[] _centre;
    private readonly double[] _scale;

    public GatePolicy(GateEnvironment environment, int[] training, PpoOptions options, RandomStream random)
    {
        _experts = environment.Experts;
        Inputs = environment.StateLength + _experts;
        _mean = new Perceptron(Inputs, options.Hidden, _experts, 0);
        _value = new Perceptron(Inputs, options.Hidden, 1, _mean.Count);
        Parameters = new float[_mean.Count + _value.Count + _experts];
        _mean.Begin(Parameters, random, 0.01);
        _value.Begin(Parameters, random, 0.01);
        Parameters.AsSpan(^_experts..).Fill((float)Math.Log(options.Deviation));
        (_centre, _scale) = Moments(environment, training);
    }

    public int Inputs { get; }

    public float[] Parameters { get; }

    public void Input(ReadOnlySpan<double> state, ReadOnlySpan<double> before, Span<double> input)
    {
        for (int k = 0; k < _centre.Length; k++)
        {
            double v = (state[k] - _centre[k]) * _scale[k];
            input[k] = double.IsFinite(v) ? Math.Clamp(v, -MostDeviations, MostDeviations) : 0;
        }

        before.CopyTo(input[_centre.Length..]);
    }

    public void Mean(ReadOnlySpan<double> input, Span<double> mean)
    {
        Span<double> state = stackalloc double[_mean.Hidden];
        _mean.Forward(Parameters, input, state, mean);
    }

    public double Value(ReadOnlySpan<double> input)
    {
        Span<double> state = stackalloc double[_value.Hidden], value = stackalloc double[1];
        _value.Forward(Parameters, input, state, value);
        return value[0];
    }

    public double Deviation(int expert) => Math.Exp(LogDeviation(expert));

    /// <summary>ln of the density of an action.</summary>
    public double LogDensity(ReadOnlySpan<double> mean, ReadOnlySpan<double> action)
    {
        double sum = 0;
        for (int e = 0; e < _experts; e++)
        {
            double z = (action[e] - mean[e]) / Deviation(e);
            sum -= (0.5 * z * z) + LogDeviation(e) + (0.5 * Math.Log(2 * Math.PI));
        }

        return sum;
    }

    /// <summary>
    /// Adds the gradient of −min(ρ A, clip(ρ) A) + v/2 (value − target)² − h · entropy for one step, ρ the density of the action now ÷ that when it was
    /// taken, and returns that loss.
    /// </summary>
    public double Differentiate(GateStep step, PpoOptions options, Span<double> gradient)
    {
        Span<double> state = stackalloc double[_mean.Hidden], mean = stackalloc double[_experts], slopes = stackalloc double[_experts], value = stackalloc double[1];
        _mean.Forward(Parameters, step.Input, state, mean);
        double ratio = Math.Exp(LogDensity(mean, step.Action) - step.LogDensity), limited = Math.Clamp(ratio, 1 - options.Clip, 1 + options.Clip);
        double loss = -Math.Min(ratio * step.Advantage, limited * step.Advantage);
        double slope = ratio * step.Advantage <= limited * step.Advantage ? -ratio * step.Advantage : 0;
        Span<double> deviations = gradient[^_experts..];
        for (int e = 0; e < _experts; e++)
        {
            double z = (step.Action[e] - mean[e]) / Deviation(e);
            slopes[e] = slope * z / Deviation(e);
            bool isFree = Parameters[^(_experts - e)] is > (float)LeastLogDeviation and < (float)MostLogDeviation;
            deviations[e] += isFree ? (slope * ((z * z) - 1)) - options.EntropyWeight : 0;
            loss -= options.EntropyWeight * LogDeviation(e);
        }

        _mean.Backward(Parameters, step.Input, state, slopes, gradient);
        _value.Forward(Parameters, step.Input, state, value);
        double error = value[0] - step.Target;
        slopes[0] = options.ValueWeight * error;
        _value.Backward(Parameters, step.Input, state, slopes[..1], gradient);
        return loss + (0.5 * options.ValueWeight * error * error);
    }

    /// <summary>eˣ ÷ Σ eˣ.</summary>
    public static void Softmax(ReadOnlySpan<double> logits, Span<double> weights)
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (double v in logits) most = Math.Max(most, v);
        for (int e = 0; e < logits.Length; e++) sum += weights[e] = Math.Exp(logits[e] - most);
        for (int e = 0; e < logits.Length; e++) weights[e] /= sum;
    }

    private double LogDeviation(int expert) => Math.Clamp(Parameters[^(_experts - expert)], LeastLogDeviation, MostLogDeviation);

    /// <summary>Mean and 1 ÷ standard deviation of each number of the state over the training days.</summary>
    private static (double[] Centre, double[] Scale) Moments(GateEnvironment environment, int[] training)
    {
        double[] centre = new double[environment.StateLength], scale = new double[environment.StateLength];
        for (int k = 0; k < centre.Length; k++)
        {
            double[] values = [.. training.Select(t => environment.StateAt(t)[k]).Where(double.IsFinite)];
            if (values.Length == 0) continue;
            centre[k] = values.Average();
            double deviation = Math.Sqrt(values.Sum(v => (v - centre[k]) * (v - centre[k])) / values.Length);
            scale[k] = deviation > 1e-12 ? 1 / deviation : 0;
        }

        return (centre, scale);
    }
}
