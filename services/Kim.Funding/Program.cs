using Kim.Funding;
using Kim.Funding.Consumers;
using Kim.Funding.Data.Reports;
using Kim.Funding.Features.Reports;
using Kim.Funding.Reference;
using Kim.ServiceKit;
using Kim.ServiceKit.SmallCells;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("funding");
builder.AddServiceKit<FundingDb>("funding", FundingPolicies.Table, kit => kit
    .ListensForReports()
    .ImportsProfile<FundingProfile>());
builder.Services.AddValidation();
builder.Services.AddCellCounts();
builder.Services.AddScoped<Journal>();
builder.Services.AddScoped<ReportDesk>();

var app = builder.Build();
if (await app.RunModeAsync<FundingDb>(args) || await Replay.RunAsync(app, args)) return Environment.ExitCode;

app.UseServiceDefaults();
app.UseServiceKit<FundingDb>();
FundingApi.Map(app.MapApi("funding"));
app.Run();
return 0;

/// <summary>Entry point, named so that tests can host the service.</summary>
public partial class Program;
