namespace AlphaKit;

/// <summary>When the tax on a dividend is taken.</summary>
public enum TaxTiming
{
    /// <summary>Withheld when the dividend is paid.</summary>
    AtPayment = 0,

    /// <summary>The dividend is paid gross; the tax is taken at the sale, lot by lot, first in first out.</summary>
    AtSale = 1,
}
