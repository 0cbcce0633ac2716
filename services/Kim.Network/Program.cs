using Kim.Contracts.Cases;
using Kim.Contracts.Funding;
using Kim.Network;
using Kim.Network.Consumers;
using Kim.Network.Data;
using Kim.Network.Features;
using Kim.Network.Reference;
using Kim.ServiceDefaults;
using Kim.ServiceKit;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.SmallCells;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("network");
builder.AddServiceKit<NetworkDb>("network", NetworkPolicies.Table, kit => kit
    .Consumes<OnStructuralNeedReported, StructuralNeedReported>()
    .Consumes<OnStructuralNeedWithdrawn, StructuralNeedWithdrawn>()
    .Consumes<OnReportReleased, ReportReleased>()
    .Shows(NetworkFigures.Needs)
    .ImportsProfile<NetworkProfile>());
builder.Services.AddValidation();
builder.Services.AddCellCounts();
builder.Services.AddScoped<ThemeBook>();
builder.Services.AddScoped<NeedIntake>();
builder.Services.AddScoped<NetworkWork>();
builder.Services.AddHostedService<OfferCalendar>();

var app = builder.Build();
if (await app.RunModeAsync<NetworkDb>(args)) return Environment.ExitCode;
app.UseServiceDefaults();
app.UseServiceKit<NetworkDb>();
NetworkApi.Map(app.MapApi("network").ForPurpose(Purposes.NetworkSteering).MapAudit());
app.Run();
return 0;

/// <summary>Entry point, named so that tests can host the service.</summary>
public partial class Program;
