using Kim.Contracts.Funding;
using Kim.Identity;
using Kim.Identity.Connect;
using Kim.Identity.Consumers;
using Kim.Identity.Data;
using Kim.Identity.Features.Accounts;
using Kim.Identity.Keys;
using Kim.Identity.Setup;
using Kim.Identity.SignIn;
using Kim.ServiceDefaults;
using Kim.ServiceKit;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;

var builder = WebApplication.CreateBuilder(args);
if (IdentitySettings.Read(builder.Configuration) is { Error: { } missing })
{
    Console.Error.WriteLine($"Kim.Identity does not start: {missing}");
    return 1;
}

var settings = IdentitySettings.Read(builder.Configuration).Value;
builder.AddServiceDefaults("identity");
builder.AddServiceKit<IdentityDb>("identity", IdentityPolicies.Table, kit => kit
    .Consumes<OnPositionFilled, PositionFilled>()
    .Consumes<OnPositionVacated, PositionVacated>());
builder.Services.AddValidation();
builder.Services.AddSingleton(settings);
builder.Services.AddSystemContext<SignInDb>(builder.Configuration);
builder.Services.AddKeys();
builder.Services.AddSignIn();
builder.Services.AddOpenIdProvider(settings);
builder.Services.AddAccounts();

var app = builder.Build();
if (await app.RunModeAsync<IdentityDb>(args, FirstStart.RunAsync)) return Environment.ExitCode;
if (await InviteMode.RunAsync(app, args)) return Environment.ExitCode;
if (!await app.LoadKeysAsync()) return 1;

app.UsePublicOrigin(settings);
app.UseServiceDefaults();
app.UseServiceKit<IdentityDb>();
IdentityApi.Map(app.MapApi("identity").ForPurpose(Purposes.Accounts).MapAudit());
app.MapConnect();
app.MapSignInPages();
app.Run();
return 0;
