namespace AlphaKit.Data;

/// <summary>A table of a store: its folder, and its manifest as last read or written.</summary>
internal sealed record TableState(TableFolder Folder, TableManifest Manifest);
