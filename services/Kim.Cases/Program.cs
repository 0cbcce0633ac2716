using Kim.Cases;
using Kim.Cases.Consumers;
using Kim.Cases.Data;
using Kim.Cases.Features;
using Kim.Cases.Holders;
using Kim.ServiceDefaults;
using Kim.ServiceKit;
using Kim.ServiceKit.Audit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("cases");
builder.AddServiceKit<CasesDb>("cases", CasesPolicies.Table, kit => kit
    .ConsumesAll()
    .HoldsPersons(CaseHoldings.All)
    .Shows(CasesFigures.OpenCases)
    .Shows(CasesFigures.ReportedNeeds)
    .ImportsProfile<CasesProfile>());
builder.Services.AddValidation();
builder.Services.AddScoped<CaseWork>();
builder.Services.AddScoped<FundingBook>();
builder.Services.AddScoped<ReferralBook>();
builder.Services.AddScoped<TalkBook>();
builder.Services.AddScoped<PersonEraser>();
builder.Services.AddHostedService<ConsentCalendar>();
builder.Services.AddHostedService<ErasureCalendar>();
builder.Services.AddPersonPackages();

var app = builder.Build();
if (await app.RunModeAsync<CasesDb>(args, static (services, _, ct) => services.GetRequiredService<FundingBook>().TellAllAsync(ct))) return Environment.ExitCode;
app.UseServiceDefaults();
app.UseServiceKit<CasesDb>();
CasesApi.Map(app.MapApi("cases").ForPurpose(Purposes.CaseManagement).MapAudit());
app.Run();
return 0;

/// <summary>Entry point, named so that tests can host the service.</summary>
public partial class Program;
