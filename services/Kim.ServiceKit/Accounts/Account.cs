using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Accounts;

/// <summary>An account as a service knows it from identity's events: the source of its rights here, instead of the token's claims.</summary>
public sealed class Account
{
    /// <summary>The account's id, the <c>sub</c> of its tokens.</summary>
    public Guid Id { get; init; }

    /// <summary>Version of the last event that was taken over; 0 when only its end is known so far.</summary>
    public long Version { get; set; }

    /// <summary>Role codes.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Key of the employing organisation.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>Key of the team.</summary>
    public string? Team { get; set; }

    /// <summary>AGS of the municipalities served.</summary>
    public List<string> Ags { get; set; } = [];

    /// <summary>Key of the position held.</summary>
    public string? Position { get; set; }

    /// <summary>Whether identity says that it may act.</summary>
    public bool Active { get; set; }

    /// <summary>Version at which it was disabled, if that event came.</summary>
    public long? DisabledVersion { get; set; }

    /// <summary>Whether it may act, whichever of the two events came first.</summary>
    public bool MayAct => Active && (DisabledVersion is null || DisabledVersion < Version);
}

internal static class AccountMapping
{
    public static void Apply(ModelBuilder model) => model.Entity<Account>(account =>
    {
        account.ToTable("accounts");
        account.HasKey(row => row.Id);
        account.Property(row => row.Id).ValueGeneratedNever();
        account.Property(row => row.Organisation).HasMaxLength(100);
        account.Property(row => row.Team).HasMaxLength(100);
        account.Property(row => row.Position).HasMaxLength(100);
        account.Ignore(row => row.MayAct);
        account.HasRowVersion();
        // Besides oneself: who gives cases and positions to accounts, who keeps the accounts, who reviews the rights.
        account.HasRowScope(
            "id = (select kim.account()) or (select kim.has_role('COORDINATOR')) or (select kim.has_role('FUNDING_OFFICER')) "
            + "or (select kim.has_role('OPS')) or (select kim.has_role('DPO'))");
    });
}
