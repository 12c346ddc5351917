using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// The loss of several heads that foresee one label: Σₖ loss(xₖ, y) + λ · Σ_{k&lt;l} corr(xₖ, xₗ). The second term keeps the heads different. With one head
/// it is the loss itself; with <see cref="IcLoss"/> it is the multi-task IC loss.
/// </summary>
public sealed record MultiTaskLoss
{
    /// <summary>Default of <see cref="Decorrelation"/>.</summary>
    public const double DefaultDecorrelation = 0.01;

    /// <summary>The loss of each head.</summary>
    /// <value>The default is <see cref="IcLoss"/>.</value>
    public CrossSectionLoss Head
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new IcLoss();

    /// <summary>λ.</summary>
    /// <value>Finite, 0 or more. The default is <see cref="DefaultDecorrelation"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double Decorrelation
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Decorrelation), value, "Must be finite and 0 or more.");
    } = DefaultDecorrelation;

    /// <summary>Name, for manifests.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Head.Name}, decorrelation {Decorrelation}");

    /// <summary>Loss and gradient of one day.</summary>
    /// <param name="scores">Head after head, one score per name each.</param>
    /// <param name="heads">How many heads there are.</param>
    /// <param name="labels">One label per name; NaN is masked.</param>
    /// <param name="gradient">Receives the derivative by each score.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public double Evaluate(ReadOnlySpan<float> scores, int heads, ReadOnlySpan<float> labels, Span<float> gradient)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        int n = labels.Length;
        if (scores.Length != heads * n || gradient.Length != scores.Length)
            throw new ArgumentException($"{heads} heads of {n} names need {heads * n} scores and gradients; there are {scores.Length} and {gradient.Length}.", nameof(scores));
        double loss = 0;
        for (int k = 0; k < heads; k++) loss += Head.Evaluate(scores.Slice(k * n, n), labels, gradient.Slice(k * n, n));
        if (heads == 1 || Decorrelation == 0) return loss;

        int[] columns = [.. Labelled(labels)];
        if (columns.Length < 2) return loss;
        double[][] x = new double[heads][], d = new double[heads][];
        for (int k = 0; k < heads; k++)
        {
            x[k] = new double[columns.Length];
            d[k] = new double[columns.Length];
            for (int i = 0; i < columns.Length; i++) x[k][i] = scores[(k * n) + columns[i]];
        }

        for (int k = 0; k < heads; k++)
        {
            for (int l = k + 1; l < heads; l++) loss += Decorrelation * IcLoss.AddCorrelation(x[k], x[l], Decorrelation, d[k], d[l]);
        }

        for (int k = 0; k < heads; k++)
        {
            for (int i = 0; i < columns.Length; i++) gradient[(k * n) + columns[i]] += (float)d[k][i];
        }

        return loss;
    }

    private static List<int> Labelled(ReadOnlySpan<float> labels)
    {
        List<int> columns = [];
        for (int i = 0; i < labels.Length; i++)
        {
            if (!float.IsNaN(labels[i])) columns.Add(i);
        }

        return columns;
    }
}
