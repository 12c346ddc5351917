namespace AlphaKit;

/// <summary>Who receives a dividend, for its tax.</summary>
public enum Investor
{
    /// <summary>A resident individual, or a securities fund, which is taxed alike.</summary>
    Individual = 0,

    /// <summary>A non-resident or Stock Connect investor.</summary>
    NonResident = 1,
}
