namespace AlphaKit.Backtest;

/// <summary>
/// A user's own indicator: a formula over the last values of a field. It is evaluated through <see cref="BarContext"/>, so it can only ever
/// see the past.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use if its formula is.</threadsafety>
public sealed class Indicator
{
    private readonly Formula _formula;

    private Indicator(string name, Field field, int window, Formula formula)
    {
        Name = name;
        Field = field;
        Window = window;
        _formula = formula;
    }

    /// <summary>A formula over a window: the oldest value first, the decision day's last.</summary>
    /// <param name="window">The values; none is missing.</param>
    public delegate double Formula(ReadOnlySpan<float> window);

    /// <summary>Name, for messages.</summary>
    public string Name { get; }

    /// <summary>The field it reads; the strategy must ask for it.</summary>
    public Field Field { get; }

    /// <summary>How many values it needs.</summary>
    public int Window { get; }

    /// <summary>Makes an indicator.</summary>
    /// <param name="name">Name, for messages.</param>
    /// <param name="field">The field it reads.</param>
    /// <param name="window">How many trading days, 1 to 2000.</param>
    /// <param name="formula">The formula; called only when no value of the window is missing.</param>
    public static Indicator Of(string name, Field field, int window, Formula formula)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(formula);
        if (window is < 1 or > 2000) throw new ArgumentOutOfRangeException(nameof(window), window, "Must be 1 to 2000 trading days.");
        return new Indicator(name, field, window, formula);
    }

    /// <summary>The mean of the last days: Σ x / n.</summary>
    /// <param name="field">The field.</param>
    /// <param name="days">Trading days, 1 to 2000.</param>
    public static Indicator Mean(Field field, int days) => Of("mean", field, days, static window =>
    {
        double sum = 0;
        foreach (float value in window) sum += value;
        return sum / window.Length;
    });

    /// <summary>The change over the last days: x[today] / x[today − n] − 1.</summary>
    /// <param name="field">The field.</param>
    /// <param name="days">Trading days, 1 to 1999.</param>
    public static Indicator Change(Field field, int days) => Of("change", field, days + 1, static window => ((double)window[^1] / window[0]) - 1);

    internal double On(ReadOnlySpan<float> window) => _formula(window);
}
