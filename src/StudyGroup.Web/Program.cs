using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Identity.Walls;
using StudyGroup.Web.Notifications;
using StudyGroup.Web.Shell;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // The repository root in development, the publish folder in production - whatever the working directory is.
    ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
});

// The address in appsettings.json is a default: ASPNETCORE_URLS and the command line win over it.
builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args);

// Where everything is stored.
builder.Services.AddStorage();

// Accounts, and the walls around everything.
builder.Services.AddAccounts();
builder.Services.AddWalls();

// What groups read, and what is said about it.
builder.Services.AddReadings();
builder.Services.AddGroups();
builder.Services.AddAnnotations();
builder.Services.AddDiscussion();
builder.Services.AddModeration();
builder.Services.AddNotifications();

// Pages, islands, layouts, interface texts.
builder.Services.AddShell();

var app = builder.Build();

// Headers, hosts, HTTPS: for every answer.
app.UseWalls();

// Faults and unknown addresses.
app.UseFaultPages();

// Who asks, and what they may.
app.UseAccounts();

// Static files and pages.
app.MapStaticAssets().AllowAnonymous();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(WallsRegistration.Guard).Add(WallsRegistration.AllowStrangers);
app.MapAccounts();
app.MapNotifications();

await app.Services.GetRequiredService<DatabaseMigration>().RunAsync(app.Lifetime.ApplicationStopping);
await app.RunAsync();
