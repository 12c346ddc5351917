namespace AlphaKit.Factors;

/// <summary>Memory of one output: rows of Stride floats (a multiple of 16), the first at a multiple of 64 bytes.</summary>
internal readonly record struct OutputPlane(nint Start, int Stride);
