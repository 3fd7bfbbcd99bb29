using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StudyGroup.Administration.Commands;
using StudyGroup.Administration.Demonstration;
using StudyGroup.Administration.Exporting;
using StudyGroup.Administration.Importing;
using StudyGroup.Administration.Seeding;

namespace StudyGroup.Administration;

/// <summary>What who owns the machine can do: the first start, and the commands.</summary>
public static class AdministrationRegistration
{
    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration("Import").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ImportOptions>, ValidateImportOptions>();
        return services
            .AddSingleton<DatabaseStart>()
            .AddSingleton<DemonstrationData>()
            .AddSingleton<DemonstrationReadings>()
            .AddSingleton<DemonstrationVoices>()
            .AddSingleton<FileImport>()
            .AddSingleton<ExportReadings>()
            .AddSingleton<SeedMembers>()
            .AddSingleton<SeedReadings>()
            .AddSingleton<SeedComments>()
            .AddSingleton<SeedGroupHandler>()
            .AddSingleton<ICommand, ImportCommand>()
            .AddSingleton<ICommand, ExportReadingsCommand>()
            .AddSingleton<ICommand, SeedCommand>()
            .AddSingleton<ICommand, CreateOwnerCommand>()
            .AddSingleton<ICommand, ResetPasswordCommand>()
            .AddSingleton<ICommand, MigrateCommand>()
            .AddSingleton<CommandTable>();
    }
}
