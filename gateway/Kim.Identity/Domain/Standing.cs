namespace Kim.Identity.Domain;

/// <summary>
/// What an account has of its own, beside what its position gives: so that the one stays when the other is taken back. The kit's
/// account row holds both together; that is what the services learn.
/// </summary>
public sealed class Standing
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Roles that operations gave.</summary>
    public List<string> OwnRoles { get; set; } = [];

    /// <summary>Position that operations noted, for installations without a list of positions.</summary>
    public string? OwnPosition { get; set; }

    /// <summary>Module of the position held, as it was published last.</summary>
    public string? Module { get; set; }

    /// <summary>Organisation with the Fachaufsicht, as it was published last.</summary>
    public string? Fachaufsicht { get; set; }
}
