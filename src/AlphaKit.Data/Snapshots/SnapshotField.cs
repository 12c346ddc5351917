namespace AlphaKit.Data;

/// <summary>A field as a snapshot describes it.</summary>
internal sealed record SnapshotField(string Name, Unit Unit, Clock KnownAt, string Description)
{
    private const string IndexWeights = "index_weight:";

    public static SnapshotField Of(Field field) => new(field.Name, field.Unit, field.KnownAt, field.Description);

    public Field ToField() =>
        Field.Find(Name) ?? (Name.StartsWith(IndexWeights, StringComparison.Ordinal) ? Field.IndexWeight(Symbol.Parse(Name[IndexWeights.Length..])) : Field.Custom(Name, Unit, KnownAt, Description));
}
