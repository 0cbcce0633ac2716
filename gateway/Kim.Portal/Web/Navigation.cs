using System.Security.Claims;

namespace Kim.Portal.Web;

/// <summary>
/// What a role finds in the menu. It only spares people pages that would answer 'not allowed': the services decide.
/// </summary>
public static class Navigation
{
    public sealed record Entry(string Path, string Text, params string[] Roles);

    private static readonly Entry[] Entries =
    [
        new("/cases", "Nav.Cases", "CASE_MANAGER", "COORDINATOR"),
        new("/notices", "Nav.Notices", "CASE_MANAGER"),
        new("/offers", "Nav.Offers", "CASE_MANAGER", "COORDINATOR"),
        new("/network/themes", "Nav.Themes", "COORDINATOR", "OFFICE"),
        new("/network/meetings", "Nav.Meetings", "COORDINATOR", "OFFICE"),
        new("/network/measures", "Nav.Measures", "COORDINATOR", "OFFICE"),
        new("/interpreters/requests", "Nav.Requests", "POOL_DESK"),
        new("/interpreters/offers", "Nav.OwnOffers", "INTERPRETER"),
        new("/interpreters/assignments", "Nav.OwnAssignments", "INTERPRETER"),
    ];

    public static IEnumerable<Entry> For(ClaimsPrincipal user) => Entries.Where(entry => entry.Roles.Any(user.IsInRole));
}
