namespace AlphaKit.Portfolio;

/// <summary>Lower ≤ column'w ≤ upper, and the positions of the constraints that give the two limits.</summary>
internal sealed record ModelRow(Loadings Column, double Lower, double Upper, int LowerOwner, int UpperOwner);
