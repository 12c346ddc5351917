namespace AlphaKit.Models;

/// <summary>What an epoch is judged by on the validation days.</summary>
public enum ValidationMeasure
{
    /// <summary>Mean over the days of the correlation of scores and labels.</summary>
    Ic = 0,

    /// <summary>Mean over the days of the macro AUC of the class head, see <see cref="AlphaKit.Models.MacroAuc"/>; for networks with one.</summary>
    MacroAuc = 1,
}
