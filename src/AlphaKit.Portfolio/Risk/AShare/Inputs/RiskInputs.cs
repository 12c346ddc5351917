namespace AlphaKit.Portfolio;

/// <summary>What the model reads, on one pair of axes: T days × N instruments.</summary>
internal sealed class RiskInputs
{
    public required PanelAxes Axes { get; init; }

    /// <summary>T × N returns since the last price, NaN where there is no price or the return is beyond the limit.</summary>
    public required float[] Returns { get; init; }

    public required FieldMatrix Cap { get; init; }

    /// <summary>Ordinals; null: no industry factors.</summary>
    public required FieldMatrix? Industry { get; init; }

    /// <summary>Null: not covered.</summary>
    public required FieldMatrix? Turnover { get; init; }

    /// <summary>Null: not covered.</summary>
    public required FieldMatrix? PriceToBook { get; init; }

    /// <summary>Null unless it stands in for statements.</summary>
    public required FieldMatrix? PriceToEarnings { get; init; }

    /// <summary>By column, ascending by day; null: no statements.</summary>
    public required FundamentalEvent[][]? Fundamentals { get; init; }

    public required Membership Estimation { get; init; }

    public required Membership Coverage { get; init; }

    /// <summary>The styles that the data allow.</summary>
    public required RiskStyle[] Styles { get; init; }

    public required Clock KnownAt { get; init; }

    public required List<string> Notes { get; init; }

    public int Days => Axes.Days;

    public int Count => Axes.Count;

    public int Industries => Industry is null ? 0 : AlphaKit.Industry.All.Count;
}
