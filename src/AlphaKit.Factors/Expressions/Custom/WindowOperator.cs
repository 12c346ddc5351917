namespace AlphaKit.Factors;

/// <summary>A custom operator over the last trading days of one share, T included.</summary>
public abstract class WindowOperator : CustomOperator
{
    /// <summary>Names the operator.</summary>
    /// <param name="name">The name in formulas, in lower_snake_case; not one of the language.</param>
    /// <param name="inputs">The names of the inputs, at least one.</param>
    /// <param name="days">Window, 1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="definition">What it computes, in one line.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    protected WindowOperator(string name, IReadOnlyList<string> inputs, int days, string definition)
        : base(OperatorKind.Window, name, inputs, definition, Checked(days) - 1, days - 1) => Days = days;

    /// <summary>Days that the window has.</summary>
    public int Days { get; }

    /// <summary>The value of T of one share. Rows before the panel's first are missing.</summary>
    /// <param name="window">For each input the last <see cref="Days"/> values, the oldest first, T last; NaN for missing.</param>
    /// <returns>The result, NaN for missing.</returns>
    public abstract float Evaluate(OperatorInputs window);

    /// <summary>
    /// The values of T of several shares; what the engine calls. The base calls <see cref="Evaluate"/> share by share; override it to compute
    /// them together, with the same results to the bit.
    /// </summary>
    /// <param name="window">The last <see cref="Days"/> values of each input and share.</param>
    /// <param name="result">Takes one result for each share.</param>
    public virtual void EvaluateLanes(LaneWindow window, Span<float> result)
    {
        float[] series = new float[window.Inputs * window.Days];
        for (int lane = 0; lane < window.Lanes; lane++)
        {
            for (int k = 0; k < window.Inputs; k++)
            {
                for (int day = 0; day < window.Days; day++) series[(k * window.Days) + day] = window.Row(k, day)[lane];
            }

            result[lane] = Evaluate(new OperatorInputs(series, window.Inputs));
        }
    }

    private static int Checked(int days) => days is >= 1 and <= Op.MaxDays
        ? days
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"Must be 1 to {Op.MaxDays} trading days.");
}
