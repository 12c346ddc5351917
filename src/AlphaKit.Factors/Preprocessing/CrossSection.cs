namespace AlphaKit.Factors;

/// <summary>
/// One factor on one day, as a <see cref="CrossSectionStep"/> sees it. There is no way from here to another day.
/// Columns are those of the panel; outside the universe <see cref="Values"/> are NaN.
/// </summary>
public readonly ref struct CrossSection
{
    private readonly Panel _panel;
    private readonly int _row;

    internal CrossSection(string factor, Panel panel, int row, Span<double> values)
    {
        Factor = factor;
        Values = values;
        _panel = panel;
        _row = row;
    }

    /// <summary>Name of the factor.</summary>
    public string Factor { get; }

    /// <summary>The day.</summary>
    public DateOnly Date => _panel.Calendar[_row];

    /// <summary>Who is in the universe that day.</summary>
    public ReadOnlySpan<bool> Members => _panel.Members.Row(_row);

    /// <summary>The values, to be changed in place; NaN is missing.</summary>
    public Span<double> Values { get; }

    /// <summary>Tells whether the panel holds a field.</summary>
    public Func<Field, bool> Has => _panel.Has;

    /// <summary>A field on the same day.</summary>
    /// <param name="field">One of the fields that the step named.</param>
    public ReadOnlySpan<float> this[Field field] => _panel[field].Row(_row);
}
