namespace AlphaKit.Portfolio;

/// <summary>One name of a <see cref="CappedProblem"/>. All weights are fractions of net asset value.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Score">What is expected of it; higher is better; finite.</param>
/// <param name="Drifted">The weight held now, at the last prices; not negative.</param>
/// <param name="Lower">The lowest weight it may get, for instance the part that cannot be sold; 0 to <paramref name="Upper"/>.</param>
/// <param name="Upper">The highest weight it may get. Equal to <paramref name="Lower"/> and <paramref name="Drifted"/> for a name that cannot be traded.</param>
public readonly record struct Candidate(Symbol Symbol, double Score, double Drifted, double Lower, double Upper);
