namespace AlphaKit.Portfolio;

/// <summary>One constraint of an irreducible set that no portfolio can meet together; without any one of them the others can be met.</summary>
/// <param name="Constraint">Name of the constraint.</param>
/// <param name="Words">The constraint in words, with its numbers.</param>
/// <param name="Relaxation">
/// By how much this one would have to be widened, all others of the set as they are, for a portfolio to exist: added to an upper limit or taken
/// from a lower one; for bounds the same number on every name; for a tracking error per year; NaN where widening it alone cannot be measured.
/// </param>
public sealed record ConstraintConflict(string Constraint, string Words, double Relaxation);
