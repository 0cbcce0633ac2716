using Kim.Contracts.Cases;
using Kim.Contracts.Interpreters;
using Kim.Funding;
using Kim.Funding.Consumers;
using Kim.Funding.Data.Reports;
using Kim.Funding.Features;
using Kim.Funding.Features.Reports;
using Kim.Funding.Jobs;
using Kim.Funding.Reference;
using Kim.ServiceKit;
using Kim.ServiceKit.Audit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("funding");
builder.AddServiceKit<FundingDb>("funding", FundingPolicies.Table, kit => kit
    .Consumes<OnAssignmentSettled, AssignmentSettled>()
    .ListensForReports()
    .Consumes<OnFundingReferenceErased, FundingReferenceErased>()
    .HoldsPersons(FigureHoldings.All)
    .Shows(FundingFigures.ReleasedReports)
    .ImportsProfile<FundingProfile>());
builder.Services.AddValidation();
builder.Services.AddScoped<FundingWork>();
builder.Services.AddReports();
builder.Services.AddHostedService<AnnounceAttributes>();

var app = builder.Build();
if (await app.RunModeAsync<FundingDb>(args) || await Replay.RunAsync(app, args)) return Environment.ExitCode;

app.UseServiceDefaults();
app.UseServiceKit<FundingDb>();
FundingApi.Map(app.MapApi("funding").ForPurpose(Purposes.Funding).MapAudit());
app.Run();
return 0;

/// <summary>Entry point, named so that tests can host the service.</summary>
public partial class Program;
