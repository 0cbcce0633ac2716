using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace Kim.Identity.Data;

/// <summary>OpenIddict's four tables: nobody but the sign-in machinery sees a row of them.</summary>
internal static class OpenIdMapping
{
    public static void Apply(ModelBuilder model)
    {
        model.UseOpenIddict<Guid>();
        model.Entity<OpenIddictEntityFrameworkCoreApplication<Guid>>().ToTable("openid_clients").HasRowScope(MachineryOnly);
        model.Entity<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().ToTable("openid_authorizations").HasRowScope(MachineryOnly);
        model.Entity<OpenIddictEntityFrameworkCoreScope<Guid>>().ToTable("openid_scopes").HasRowScope(MachineryOnly);
        model.Entity<OpenIddictEntityFrameworkCoreToken<Guid>>().ToTable("openid_tokens").HasRowScope(MachineryOnly);
    }

    internal const string MachineryOnly = "false";
}
