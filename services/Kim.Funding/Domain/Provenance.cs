namespace Kim.Funding.Domain;

/// <summary>Where a fact comes from and how sure it is (docs/sources.md).</summary>
/// <param name="Sources">Ids of slides (S-, D-, A-), public pages (V) and working assumptions (K-); empty for what the office entered.</param>
/// <param name="Demo">Invented: never in production.</param>
/// <param name="Assumed">A real setting that somebody still has to confirm.</param>
/// <param name="Note">What a reader should know, in German.</param>
public sealed record Provenance(IReadOnlyList<string> Sources, bool Demo = false, bool Assumed = false, string? Note = null)
{
    /// <summary>Of what the office entered itself.</summary>
    public static Provenance Office { get; } = new([]);
}

/// <summary>Who wrote something into a register, when, and why.</summary>
/// <param name="By">The account; null for the profile.</param>
/// <param name="At">The instant.</param>
/// <param name="Reason">Why, as far as a reason is asked for.</param>
public sealed record Entry(Guid? By, DateTimeOffset At, string? Reason = null);
