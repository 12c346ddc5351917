namespace AlphaKit.Portfolio;

/// <summary>The raw measures that styles are weighted means of; the names follow the descriptor tables of the literature.</summary>
internal enum Descriptor
{
    Beta,
    Rstr,
    Dastd,
    Cmra,
    Hsigma,
    Btop,
    Stom,
    Stoq,
    Stoa,
    Cetop,
    Etop,
    Sgro,
    Egro,
    Mlev,
    Dtoa,
    Blev,
    Count,
}
