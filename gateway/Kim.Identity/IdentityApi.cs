using Kim.Identity.Features.Accounts;

namespace Kim.Identity;

/// <summary>Table of contents of the public API, <c>/api/v1/identity</c>. The sign-in itself stands in Connect and Pages.</summary>
internal static class IdentityApi
{
    public static void Map(RouteGroupBuilder api)
    {
        GetOwnAccount.Map(api);
        ListAccounts.Map(api);
        GetAccount.Map(api);
        CreateAccount.Map(api);
        ChangeAccount.Map(api);
        DisableAccount.Map(api);
        InviteAccount.Map(api);
    }
}
