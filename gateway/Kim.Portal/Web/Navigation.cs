using System.Security.Claims;

namespace Kim.Portal.Web;

/// <summary>
/// What a role finds in the menu. It only spares people pages that would answer 'not allowed': the services decide.
/// </summary>
public static class Navigation
{
    public sealed record Entry(string Path, string Text, params string[] Roles)
    {
        /// <summary>Beginning of the addresses that belong to the entry.</summary>
        public string Area { get; init; } = Path;
    }

    private static readonly Entry[] Entries =
    [
        new("/cases", "Nav.Cases", "CASE_MANAGER", "COORDINATOR"),
        new("/notices", "Nav.Notices", "CASE_MANAGER"),
        new("/offers", "Nav.Offers", "CASE_MANAGER", "COORDINATOR"),
        new("/network/themes", "Nav.Themes", "COORDINATOR", "OFFICE"),
        new("/network/meetings", "Nav.Meetings", "COORDINATOR", "OFFICE"),
        new("/network/measures", "Nav.Measures", "COORDINATOR", "OFFICE"),
        new("/network/registers", "Nav.Registers", "COORDINATOR", "OFFICE"),
        new("/network/consultations", "Nav.Consultations", "COORDINATOR", "OFFICE"),
        new("/funding/positions", "Nav.Funding", "FUNDING_OFFICER", "COORDINATOR") { Area = "/funding" },
        new("/reports", "Nav.Reports", "FUNDING_OFFICER", "COORDINATOR"),
        new("/released-reports", "Nav.Released", "FUNDER"),
        new("/naturalisation/referrals", "Nav.Referrals", "NATURALISATION_OFFICER"),
        new("/naturalisation/worklist", "Nav.Worklist", "NATURALISATION_OFFICER"),
        new("/naturalisation/quick-check", "Nav.QuickCheck", "NATURALISATION_OFFICER"),
        new("/naturalisation/rules", "Nav.Rules", "NATURALISATION_OFFICER"),
        new("/interpreters/requests", "Nav.Requests", "POOL_DESK"),
        new("/interpreters/offers", "Nav.OwnOffers", "INTERPRETER"),
        new("/interpreters/assignments", "Nav.OwnAssignments", "INTERPRETER"),
        new("/operations", "Nav.Operations", "OPS"),
    ];

    public static IEnumerable<Entry> For(ClaimsPrincipal user) => Entries.Where(entry => entry.Roles.Any(user.IsInRole));
}
