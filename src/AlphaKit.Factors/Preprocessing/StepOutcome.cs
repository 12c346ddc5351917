namespace AlphaKit.Factors;

/// <summary>What became of one factor on one day in a <see cref="CrossSectionStep"/>.</summary>
public enum StepOutcome
{
    /// <summary>The values were processed.</summary>
    Done = 0,

    /// <summary>The step left the values as they were, because it has nothing to hold on to that day.</summary>
    Unchanged = 1,

    /// <summary>The step cannot give a meaningful value that day: all values are made missing, and the day is counted.</summary>
    AllMissing = 2,
}
