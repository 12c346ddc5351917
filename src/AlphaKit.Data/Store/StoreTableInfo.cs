namespace AlphaKit.Data;

/// <summary>The state of a stored table.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="Columns">Its columns, in the order of the files.</param>
/// <param name="Rows">Rows of all versions.</param>
/// <param name="Corrections">How many of them are newer versions of a key recorded before.</param>
/// <param name="FirstDay">The first event date; null without one.</param>
/// <param name="LastDay">The last event date; null without one.</param>
/// <param name="Files">Paths of the files, relative to the store, in the order of reading.</param>
/// <param name="Bytes">Size of the files.</param>
/// <param name="LastRecorded">When rows were last recorded.</param>
/// <param name="Marks">Progress marks: what whoever fills the table notes with each write, so that it can go on from there.</param>
public sealed record StoreTableInfo(
    StoreTable Definition,
    IReadOnlyList<StoreColumn> Columns,
    long Rows,
    long Corrections,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    IReadOnlyList<string> Files,
    long Bytes,
    DateTimeOffset? LastRecorded,
    IReadOnlyDictionary<string, string> Marks);
