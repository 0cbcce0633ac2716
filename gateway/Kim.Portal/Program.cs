using Kim.Portal.Access;
using Kim.Portal.Api;
using Kim.Portal.Web;
using Kim.ServiceDefaults;

// The pages lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddProcessDefaults("portal");
builder.AddSignIn();
builder.Services.AddMemoryCache();
builder.Services.AddAssets();
builder.Services.AddHttpClient<CasesApi>();
builder.Services.AddHttpClient<NetworkApi>();
builder.Services.AddHttpClient<InterpretersApi>();
builder.Services.AddHttpClient<FundingApi>();
builder.Services.AddHttpClient<ReportsApi>();
builder.Services.AddHttpClient<NaturalisationApi>();
builder.Services.AddHttpClient<OpsApi>();
builder.Services.AddScoped<Words>();
builder.Services.AddPortalPages();
builder.Services.AddPageFailures();

var app = builder.Build();
app.UseProcessDefaults();
app.UsePublicOrigin();
app.UseSecurityHeaders();
app.UseAssets();
app.UsePortalLanguage();
app.UsePageFailures();
app.UsePageMethods();
app.UseCookiePolicy();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.Run();
