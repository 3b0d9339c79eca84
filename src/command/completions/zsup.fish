# fish completion for zsup. zsup itself is asked what could stand at the cursor: it is given the
# words, and answers with a value and its description, divided by a tab.
function __zsup_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l answer ($before[1] __complete fish $before[2..-1] "$current" 2>/dev/null)
    switch "$answer[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current" ''
        case '*'
            for line in $answer[2..-1]
                printf '%s\n' $line
            end
    end
end
complete -c zsup -f -a '(__zsup_complete)'
