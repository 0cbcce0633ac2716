using Kim.Contracts.Cases;
using Kim.Naturalisation;
using Kim.Naturalisation.Consumers;
using Kim.Naturalisation.Pull;
using Kim.Naturalisation.Features;
using Kim.Naturalisation.Features.Referrals;
using Kim.Naturalisation.Reference;
using Kim.ServiceKit;
using Kim.ServiceKit.Audit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("naturalisation");
builder.AddServiceKit<NaturalisationDb>("naturalisation", NaturalisationPolicies.Table, kit => kit
    .Consumes<OnNaturalisationReferred, NaturalisationReferred>()
    .Consumes<OnConsentWithdrawn, ConsentWithdrawn>()
    .Consumes<OnNaturalisationReferenceErased, NaturalisationReferenceErased>()
    .HoldsPersons(ProcedureHoldings.All)
    .ImportsProfile<NaturalisationProfile>());
builder.Services.AddValidation();
builder.Services.AddPull();
builder.Services.AddScoped<CheckDesk>();
builder.Services.AddHostedService<ErasureCalendar>();

var app = builder.Build();
if (await app.RunModeAsync<NaturalisationDb>(args)) return Environment.ExitCode;

app.UseServiceDefaults();
app.UseServiceKit<NaturalisationDb>();
NaturalisationApi.Map(app.MapApi("naturalisation").ForPurpose(Purposes.Naturalisation).MapAudit());
app.Run();
return 0;

/// <summary>Entry point, named so that tests can host the service.</summary>
public partial class Program;
