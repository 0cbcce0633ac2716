namespace Kim.Funding.Domain;

/// <summary>An exact fraction: two thirds have no decimal form. Always reduced, the denominator is positive.</summary>
public sealed record Fraction
{
    /// <summary>Makes a fraction and reduces it.</summary>
    public Fraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = Math.Max(1, Gcd(Math.Abs(numerator), denominator));
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    /// <summary>Above the line.</summary>
    public long Numerator { get; }

    /// <summary>Below the line, positive.</summary>
    public long Denominator { get; }

    /// <summary>This share of an amount of VZÄ, exact. VZÄ have two decimals.</summary>
    public Fraction Of(decimal vzae) => new(checked((long)(vzae * 100m) * Numerator), checked(100 * Denominator));

    /// <summary>Whether an amount is more than this share of a whole: cross-multiplied, nothing is divided.</summary>
    public bool IsExceededBy(decimal amount, decimal whole) => amount * Denominator > whole * Numerator;

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
