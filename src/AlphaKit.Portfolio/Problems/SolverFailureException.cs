namespace AlphaKit.Portfolio;

/// <summary>The optimiser ended without a certificate although the constraints can be met: the numbers of the problem are beyond its precision.</summary>
public sealed class SolverFailureException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="certificate">How near the best attempt came.</param>
    public SolverFailureException(Certificate certificate)
        : base(Compose(certificate ?? throw new ArgumentNullException(nameof(certificate)))) => Certificate = certificate;

    /// <summary>How near the best attempt came.</summary>
    public Certificate Certificate { get; }

    private static string Compose(Certificate c) => FormattableString.Invariant(
        $"The optimiser ended without a certificate: relative gap {c.RelativeGap:E1}, violation {c.Violation:E1} of '{c.MostViolated}', {Certificate.Tolerance:E0} needed. Look for numbers of very different size in loadings, returns or risk.");
}
