namespace AlphaKit.Data.Tushare;

/// <summary>One step of a table: questions whose rows belong together, and the marks that hold once they are stored.</summary>
/// <param name="Label">What it reaches, for progress.</param>
/// <param name="Slices">The questions.</param>
/// <param name="Marks">Marks that hold when this step and all before it are stored.</param>
/// <param name="Day">The trading day, where it is one.</param>
internal sealed record SyncStep(string Label, IReadOnlyList<TushareSlice> Slices, IReadOnlyDictionary<string, string> Marks, DateOnly? Day);
