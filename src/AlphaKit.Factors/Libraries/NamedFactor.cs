namespace AlphaKit.Factors;

/// <summary>A factor under its short name, with one line on what it is.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class NamedFactor
{
    private readonly Lazy<Factor> _expression;

    /// <summary>Names an expression.</summary>
    /// <param name="name">Letters, digits and underscores.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="description">What it is, in one line.</param>
    /// <exception cref="ArgumentException">The name is empty or has other characters.</exception>
    public NamedFactor(string name, Factor expression, string description = "")
        : this(name, new Lazy<Factor>(expression ?? throw new ArgumentNullException(nameof(expression))), description)
    {
    }

    /// <summary>Names an expression that is made when it is first asked for.</summary>
    internal NamedFactor(string name, Func<Factor> expression, string description)
        : this(name, new Lazy<Factor>(expression), description)
    {
    }

    private NamedFactor(string name, Lazy<Factor> expression, string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(description);
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                throw new ArgumentException($"Factor name '{name}' may hold letters, digits and underscores only.", nameof(name));
        }

        Name = name;
        _expression = expression;
        Description = description;
    }

    /// <summary>The short name, unique in a <see cref="FactorSet"/>.</summary>
    public string Name { get; }

    /// <summary>What is computed.</summary>
    public Factor Expression => _expression.Value;

    /// <summary>What it is, in one line.</summary>
    public string Description { get; }

    /// <summary>Name and expression.</summary>
    public override string ToString() => $"{Name} = {Expression}";
}
