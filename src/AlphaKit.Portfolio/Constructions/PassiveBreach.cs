namespace AlphaKit.Portfolio;

/// <summary>What happens when a holding that cannot be sold has drifted above the cap of a name.</summary>
public enum PassiveBreach
{
    /// <summary>The part that cannot be sold is kept above the cap until it can be sold (被动超限); nothing is bought.</summary>
    Tolerate = 0,

    /// <summary>The problem counts as infeasible.</summary>
    Refuse = 1,
}
