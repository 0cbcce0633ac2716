namespace Kim.Contracts.Identity;

/// <summary>An account was disabled. Published by identity beside <see cref="AccountChanged"/>, so that access ends at once whichever of the two comes first.</summary>
[WireName("kim.identity.account-disabled")]
public sealed record AccountDisabled
{
    /// <summary>The account; equals the <c>sub</c> claim of its tokens.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Version of the account at which it was disabled.</summary>
    public required long Version { get; init; }
}
