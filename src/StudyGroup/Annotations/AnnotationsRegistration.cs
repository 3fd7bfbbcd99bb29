using Microsoft.Extensions.DependencyInjection;

namespace StudyGroup.Annotations;

/// <summary>Marks on passages.</summary>
public static class AnnotationsRegistration
{
    public static IServiceCollection AddAnnotations(this IServiceCollection services) => services
        .AddSingleton<AddAnnotationHandler>()
        .AddSingleton<RemoveAnnotationHandler>();
}
