using System.Collections.Frozen;

namespace AlphaKit;

/// <summary>
/// Daily fields of many symbols over many days, with the universe as of each day: the input of research. One field is one
/// <see cref="FieldMatrix"/>; values outside the universe are still there (rolling windows need them), only
/// <see cref="Members"/> tells who counts.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Panel
{
    private readonly FrozenDictionary<Field, FieldMatrix> _fields;

    /// <summary>Makes a panel.</summary>
    /// <param name="axes">Days and symbols.</param>
    /// <param name="fields">The fields; each matrix must have the shape of <paramref name="axes"/>.</param>
    /// <param name="members">The universe; all symbols on all days when null.</param>
    /// <param name="membersKnownAt">When the universe of a day is known, see <see cref="Universe.KnownAt"/>.</param>
    /// <exception cref="ArgumentException">A shape differs, or a field comes twice.</exception>
    public Panel(
        PanelAxes axes, IEnumerable<KeyValuePair<Field, FieldMatrix>> fields, Membership? members = null, Clock membersKnownAt = Clock.Open)
    {
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(fields);
        Dictionary<Field, FieldMatrix> map = [];
        foreach ((Field field, FieldMatrix matrix) in fields)
        {
            if (matrix.Rows != axes.Days || matrix.Columns != axes.Count)
                throw new ArgumentException($"Field '{field}' is {matrix.Rows} × {matrix.Columns}, the panel is {axes.Days} × {axes.Count}.", nameof(fields));
            if (!map.TryAdd(field, matrix)) throw new ArgumentException($"Field '{field}' is given twice.", nameof(fields));
        }

        if (members is not null && (members.Rows != axes.Days || members.Columns != axes.Count))
            throw new ArgumentException($"The universe is {members.Rows} × {members.Columns}, the panel is {axes.Days} × {axes.Count}.", nameof(members));
        Axes = axes;
        Members = members ?? Membership.Create(axes.Days, axes.Count, (_, row) => row.Fill(true));
        MembersKnownAt = membersKnownAt;
        _fields = map.ToFrozenDictionary();
    }

    private Panel(PanelAxes axes, FrozenDictionary<Field, FieldMatrix> fields, Membership members, Clock membersKnownAt)
    {
        Axes = axes;
        _fields = fields;
        Members = members;
        MembersKnownAt = membersKnownAt;
    }

    /// <summary>Days and symbols.</summary>
    public PanelAxes Axes { get; }

    /// <summary>The days.</summary>
    public TradingCalendar Calendar => Axes.Calendar;

    /// <summary>The symbols, ascending.</summary>
    public IReadOnlyList<Symbol> Symbols => Axes.Symbols;

    /// <summary>Who belongs to the universe on each day.</summary>
    public Membership Members { get; }

    /// <summary>When the universe of a day is known.</summary>
    public Clock MembersKnownAt { get; }

    /// <summary>The fields, ordered by name.</summary>
    public IReadOnlyList<Field> Fields => [.. _fields.Keys.OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>The matrix of a field.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="FieldNotAvailableException">The panel was made without that field.</exception>
    public FieldMatrix this[Field field] => _fields.TryGetValue(field, out FieldMatrix? matrix)
        ? matrix
        : throw new FieldNotAvailableException(field, "the panel was queried without it; add it to the query's fields.");

    /// <summary>The cross-section of a field on a day, length <see cref="PanelAxes.Count"/>, in <see cref="Field.Unit"/>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="day">A trading day of the panel.</param>
    public ReadOnlySpan<float> this[Field field, DateOnly day] => this[field].Row(Calendar.IndexOf(day));

    /// <summary>True if the panel holds the field.</summary>
    /// <param name="field">The field.</param>
    public bool Has(Field field) => _fields.ContainsKey(field);

    /// <summary>True if the symbol belonged to the universe on that day.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="day">A trading day of the panel.</param>
    public bool IsMember(Symbol symbol, DateOnly day)
    {
        int column = Axes.ColumnOf(symbol);
        return column >= 0 && Members[Calendar.IndexOf(day), column];
    }

    /// <summary>The days from <paramref name="from"/> to <paramref name="to"/>, both inclusive, as a view without copy.</summary>
    /// <param name="from">First date; need not be a trading day.</param>
    /// <param name="to">Last date; need not be a trading day.</param>
    /// <exception cref="InsufficientDataException">No trading day lies in between.</exception>
    public Panel Between(DateOnly from, DateOnly to)
    {
        int first = Calendar.IndexAtOrAfter(from), last = Calendar.IndexAtOrBefore(to);
        if (last < first) throw new InsufficientDataException($"trading days from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}", 1, 0);
        return Slice(first, last - first + 1);
    }

    /// <summary>
    /// What of this panel is known on <paramref name="day"/> at <paramref name="clock"/>: the rows up to that day, and in that last row
    /// only the fields known by then; the rest of it is NaN, and a universe known later is that of the day before. Nothing later can be reached from the result.
    /// </summary>
    /// <param name="day">A trading day of the panel.</param>
    /// <param name="clock">The moment of that day.</param>
    public Panel AsKnownAt(DateOnly day, Clock clock)
    {
        int last = Calendar.IndexOf(day);
        PanelAxes axes = Axes.SliceDays(0, last + 1);
        Dictionary<Field, FieldMatrix> fields = new(_fields.Count);
        foreach ((Field field, FieldMatrix matrix) in _fields)
        {
            fields[field] = field.KnownAt <= clock
                ? matrix.Slice(0, last + 1)
                : FieldMatrix.Create(last + 1, axes.Count, (t, row) =>
                {
                    if (t < last) matrix.Row(t).CopyTo(row);
                });
        }

        Membership members = MembersKnownAt <= clock ? Members.Slice(0, last + 1) : Membership.Create(last + 1, axes.Count, (t, row) =>
        {
            if (t < last) Members.Row(t).CopyTo(row);
            else if (t > 0) Members.Row(t - 1).CopyTo(row);
        });
        return new Panel(axes, fields.ToFrozenDictionary(), members, MembersKnownAt);
    }

    /// <summary>A new panel with one field more, or replaced.</summary>
    /// <param name="field">The field.</param>
    /// <param name="matrix">Its values, in the shape of this panel.</param>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public Panel With(Field field, FieldMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(matrix);
        return new Panel(Axes, _fields.Where(f => !f.Key.Equals(field)).Append(new(field, matrix)), Members, MembersKnownAt);
    }

    /// <summary>A new panel whose members are those of a universe.</summary>
    /// <param name="universe">The universe; its <see cref="Universe.RequiredFields"/> must be in this panel.</param>
    /// <param name="securities">The master records.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field that a rule needs.</exception>
    public Panel Within(Universe universe, SecurityMaster securities)
    {
        ArgumentNullException.ThrowIfNull(universe);
        return universe.Rules.Count == 0 ? this : With(universe.Evaluate(this, securities), universe.KnownAt);
    }

    /// <summary>A new panel with another universe.</summary>
    /// <param name="members">The universe, in the shape of this panel.</param>
    /// <param name="knownAt">When the universe of a day is known, see <see cref="Universe.KnownAt"/>.</param>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    public Panel With(Membership members, Clock knownAt)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new Panel(Axes, _fields, members, knownAt);
    }

    private Panel Slice(int start, int count)
    {
        if (start == 0 && count == Axes.Days) return this;
        return new Panel(
            Axes.SliceDays(start, count),
            _fields.ToFrozenDictionary(f => f.Key, f => f.Value.Slice(start, count)),
            Members.Slice(start, count),
            MembersKnownAt);
    }

    /// <summary>Days, symbols and fields.</summary>
    public override string ToString() => $"{Axes}, {_fields.Count} fields";
}
