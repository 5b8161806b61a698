import ArgumentParser

/// What a shell reads to complete `havenctl`: it asks `havenctl __complete`, and knows nothing itself, so that it is never
/// of another version than the commands.
enum CompletionScript: String, CaseIterable, ExpressibleByArgument {
  case bash, zsh, fish

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  /// Bash breaks words at `:` and `=`, and puts back only what follows the last of them.
  private static let bashText = #"""
    # bash completion for havenctl
    _havenctl() {
      local line="${COMP_LINE:0:COMP_POINT}" words current cut word files=
      read -ra words <<<"$line"
      [[ $line == *[[:space:]] ]] && words+=("")
      current="${words[-1]}"
      cut="${current%"${current##*[:=]}"}"
      COMPREPLY=()
      while IFS=$'\t' read -r word _; do
        case $word in
          :files) files=-f ;;
          :folders) files=-d ;;
          *) COMPREPLY+=("${word#"$cut"}") ;;
        esac
      done < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
      if [[ -n $files ]]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen $files -- "${current#"$cut"}")
      fi
    }
    complete -o nosort -F _havenctl havenctl 2>/dev/null || complete -F _havenctl havenctl

    """#

  private static let zshText = #"""
    #compdef havenctl
    # zsh completion for havenctl
    _havenctl() {
      local line word about
      local -a plain shown
      while IFS= read -r line; do
        case $line in
          :files) _files ;;
          :folders) _files -/ ;;
          *)
            word=${line%%$'\t'*}
            about=
            [[ $line == *$'\t'* ]] && about=${line#*$'\t'}
            plain+=("$word")
            shown+=("${word}${about:+  -- $about}")
            ;;
        esac
      done < <("${words[1]}" __complete "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)
      (( $#plain )) && compadd -l -d shown -a plain
    }
    if [[ $funcstack[1] == _havenctl ]]; then _havenctl "$@"; else compdef _havenctl havenctl; fi

    """#

  private static let fishText = #"""
    # fish completion for havenctl
    function __havenctl_complete
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        for line in ($words[1] __complete $words[2..-1] "$current" 2>/dev/null)
            switch $line
                case ':files'
                    __fish_complete_path "$current"
                case ':folders'
                    __fish_complete_directories "$current"
                case '*'
                    printf '%s\n' $line
            end
        end
    end
    complete -c havenctl -f -a '(__havenctl_complete)'

    """#
}
