namespace AlphaKit;

/// <summary>How well a dated rule is sourced.</summary>
[Flags]
public enum RuleMarks
{
    /// <summary>No mark; not allowed in a table.</summary>
    None = 0,

    /// <summary>S: an official page says so (mostly as quoted by public projects or news).</summary>
    Sourced = 1,

    /// <summary>O: measured on real data by public projects.</summary>
    Observed = 2,

    /// <summary>R: read in the code of a public project.</summary>
    Repository = 4,

    /// <summary>M: from memory; confirm it before you rely on it.</summary>
    Memory = 8,
}
