namespace AlphaKit;

/// <summary>What the prices of a data set are.</summary>
public enum PriceBasis
{
    /// <summary>As traded. Limits can be checked, corporate actions are separate, adjusted prices follow from the adjustment factor.</summary>
    Raw = 0,

    /// <summary>
    /// Already adjusted for dividends and splits by the supplier. Corporate actions are switched off (they would count twice), limit prices
    /// to the cent cannot be checked, and adjusted fields equal the prices themselves.
    /// </summary>
    Adjusted = 1,
}
