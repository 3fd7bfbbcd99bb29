using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Annotations.Editions;
using StudyGroup.Annotations.Links;
using StudyGroup.Readings.Editions;

namespace StudyGroup.Annotations;

/// <summary>Marks on passages.</summary>
public static class AnnotationsRegistration
{
    public static IServiceCollection AddAnnotations(this IServiceCollection services) => services
        .AddSingleton<IEditionFollower, MarksFollow>()
        .AddSingleton<AddAnnotationHandler>()
        .AddSingleton<RemoveAnnotationHandler>()
        .AddSingleton<AddLinkHandler>()
        .AddSingleton<BeginLinkHandler>()
        .AddSingleton<DropLinkStartHandler>()
        .AddSingleton<LinkStartQuery>()
        .AddSingleton<MarkDesk>()
        .AddSingleton<AcceptCarriedMarkHandler>()
        .AddSingleton<AcceptCarriedMarksHandler>()
        .AddSingleton<TakeBackCarriedMarkHandler>()
        .AddSingleton<AttachMarkHandler>()
        .AddSingleton<UndoEditionHandler>()
        .AddSingleton<EditionsQuery>()
        .AddSingleton<CarryOverQuery>()
        .AddSingleton<CarryOverTally>();
}
