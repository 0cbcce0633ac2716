using Kim.Portal.Access;

namespace Kim.Portal.Web;

/// <summary>There is one public origin: addresses are built from configuration, never from a header that a caller chooses.</summary>
public static class PublicOrigin
{
    public static void UsePublicOrigin(this WebApplication app)
    {
        var origin = app.Services.GetRequiredService<IdentitySettings>().PublicOrigin;
        var host = new HostString(origin.Authority);
        app.Use((context, next) =>
        {
            context.Request.Scheme = origin.Scheme;
            context.Request.Host = host;
            return next(context);
        });
    }
}
