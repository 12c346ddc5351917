namespace AlphaKit.Factors;

/// <summary>
/// Labels: what was realised after each day T. Never a factor: the value of row T is known only <see cref="Horizon"/> trading days later.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class LabelValues
{
    private readonly LabelStatus[] _status;

    internal LabelValues(Label label, PanelAxes axes, Membership members, FieldMatrix values, LabelStatus[] status, IReadOnlyList<string> notes)
    {
        Label = label;
        Axes = axes;
        Members = members;
        Values = values;
        Notes = notes;
        _status = status;
    }

    /// <summary>The definition.</summary>
    public Label Label { get; }

    /// <summary>Name, for tables and reports.</summary>
    public string Name => Label.ToString();

    /// <summary>Days and symbols. Row T holds the label of a decision on T.</summary>
    public PanelAxes Axes { get; }

    /// <summary>Who belonged to the universe on each day T.</summary>
    public Membership Members { get; }

    /// <summary>The labels, NaN where <see cref="StatusAt"/> says why there is none; computed for shares outside the universe too.</summary>
    public FieldMatrix Values { get; }

    /// <summary>Trading days after T until the label of T is known, at the close of that day.</summary>
    public int Horizon => Label.Horizon;

    /// <summary>Trading days from T to the entry.</summary>
    public int EntryDelay => Label.EntryDelay;

    /// <summary>What the user should know: which checks of the entry the panel did not allow.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Why a label is there or not.</summary>
    /// <param name="row">Day, 0 to days − 1.</param>
    /// <param name="column">Symbol, 0 to count − 1.</param>
    public LabelStatus StatusAt(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Axes.Days);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Axes.Count);
        return _status[(row * Axes.Count) + column];
    }

    /// <summary>How many labels of universe members have each status: [status, cells, share].</summary>
    public Table Counts()
    {
        LabelStatus[] kinds = Enum.GetValues<LabelStatus>();
        long[] counts = new long[kinds.Length];
        for (int t = 0; t < Axes.Days; t++)
        {
            ReadOnlySpan<bool> members = Members.Row(t);
            for (int i = 0; i < members.Length; i++)
            {
                if (members[i]) counts[(int)_status[(t * Axes.Count) + i]]++;
            }
        }

        double total = counts.Sum();
        return new Table(
            "label_status",
            TableColumn.Text("status", kinds.Select(k => k.ToString())),
            TableColumn.Integer("cells", counts),
            TableColumn.Number("share", counts.Select(c => total > 0 ? c / total : double.NaN), "P2"));
    }

    /// <summary>The name and the shape.</summary>
    public override string ToString() => $"{Name}: {Axes}, known {Horizon} trading days later";
}
