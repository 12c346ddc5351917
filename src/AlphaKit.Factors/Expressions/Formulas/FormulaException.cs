namespace AlphaKit.Factors;

/// <summary>A formula cannot be read. The message shows the place, what is wrong there and what would be right.</summary>
public sealed class FormulaException : AlphaKitException
{
    private const int Excerpt = 100;

    /// <summary>Creates the exception.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="position">Column of the first character that is wrong, from 1; one past the end when something is missing there.</param>
    /// <param name="length">How many characters are wrong, at least 1.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    public FormulaException(string formula, int position, int length, string problem)
        : base(Describe(formula, position, length, problem))
    {
        Formula = formula;
        Position = position;
        Length = length;
        Problem = problem;
    }

    /// <summary>The formula.</summary>
    public string Formula { get; }

    /// <summary>Column of the first character that is wrong, counted from 1 over the whole text; one past the end when something is missing there.</summary>
    public int Position { get; }

    /// <summary>How many characters are wrong.</summary>
    public int Length { get; }

    /// <summary>What is wrong and what would be right, without the place.</summary>
    public string Problem { get; }

    private static string Describe(string formula, int position, int length, string problem)
    {
        ArgumentNullException.ThrowIfNull(formula);
        int start = Math.Clamp(position - 1 - (Excerpt / 2), 0, formula.Length);
        int count = Math.Min(Excerpt, formula.Length - start);
        string line = string.Create(count, (formula, start), static (text, from) =>
        {
            for (int i = 0; i < text.Length; i++) text[i] = char.IsControl(from.formula[from.start + i]) ? ' ' : from.formula[from.start + i];
        });
        int marks = Math.Clamp(length, 1, Math.Max(1, count - (position - 1 - start)));
        return $"Column {position}: {problem}\n  {line}\n  {new string(' ', Math.Max(0, position - 1 - start))}{new string('^', marks)}";
    }
}
